from .after import ContractEnding, ContractWarning, Delivery, EndingWay
from .contract import SOONEST, Contract, ContractForm, ContractRegime, ContractState, ContractWording
from .refusal import ContractRefusal
from .rules import NoticeUnit, RulesExplanation, ServiceRules
from .texts import sealed

__all__ = [
    "SOONEST",
    "Contract",
    "ContractEnding",
    "ContractForm",
    "ContractRefusal",
    "ContractRegime",
    "ContractState",
    "ContractWarning",
    "ContractWording",
    "Delivery",
    "EndingWay",
    "NoticeUnit",
    "RulesExplanation",
    "ServiceRules",
    "sealed",
]
