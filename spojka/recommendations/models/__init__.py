"""Recommendations with their steps and votes, what of them is public, and the money and media of a group."""

from .funding import FundingProject as FundingProject
from .funding import FundingState as FundingState
from .funding import GrantCall as GrantCall
from .funding import MediaOutput as MediaOutput
from .public import PublicRecommendation as PublicRecommendation
from .recommendation import Recommendation as Recommendation
from .steps import Step as Step
from .steps import StepState as StepState
from .votes import Ballot as Ballot
from .votes import BallotWord as BallotWord
from .votes import Vote as Vote
