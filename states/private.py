from pydantic import BaseModel, ConfigDict


class Private(BaseModel):
    """A value that holds personal data: it cannot be changed, and neither prints nor quotes what it holds."""

    model_config = ConfigDict(frozen=True, hide_input_in_errors=True, extra="forbid")

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"

    __str__ = __repr__
