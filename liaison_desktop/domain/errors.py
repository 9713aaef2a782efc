"""The one family of errors that a person can do something about."""


class UserError(Exception):
    """Something the person can understand and mend.

    It carries a code and parameters, never a sentence: window and command line turn the code into a
    sentence of the reader's language by one table (``i18n/errors.py``).

    Attributes:
        code: key of the sentence, for example ``"quorum_missing"``.
        parameters: values for the sentence's placeholders.
    """

    def __init__(self, code: str, /, **parameters: object) -> None:
        super().__init__(code, parameters)
        self.code = code
        self.parameters = parameters

    def __str__(self) -> str:
        values = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.code}({values})"
