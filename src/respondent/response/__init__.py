"""The facts of `response.yaml` and `office.yaml`: read, validated and frozen."""
