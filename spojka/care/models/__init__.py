from .rapid import RapidTest, RapidTestStep, Result, State, StepKind

__all__ = ["RapidTest", "RapidTestStep", "Result", "State", "StepKind"]
