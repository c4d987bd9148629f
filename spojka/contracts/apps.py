from django.apps import AppConfig
from django.utils.module_loading import import_module


class ContractsConfig(AppConfig):
    name = "spojka.contracts"

    def ready(self) -> None:
        from spojka.members import resealing

        from .models import ContractEnding, ContractRefusal, ContractWarning, ContractWording, RulesExplanation

        resealing.register_texts(ContractEnding, ContractRefusal, ContractWarning, ContractWording, RulesExplanation)
        import_module("spojka.contracts.telling")  # the client's page lies below us
        import_module("spojka.contracts.following")
