from .agreement import Agreement, AgreementForm, AgreementText
from .around import Household, HouseholdMember, Instruction, InstructionKind, Relation
from .client import Client, CodeTemplate
from .joining import Apart, Joining, JoiningKind, Moved

__all__ = [
    "Agreement",
    "AgreementForm",
    "AgreementText",
    "Apart",
    "Client",
    "CodeTemplate",
    "Household",
    "HouseholdMember",
    "Instruction",
    "InstructionKind",
    "Joining",
    "JoiningKind",
    "Moved",
    "Relation",
]
