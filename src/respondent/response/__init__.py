"""The facts: what stands in `response.yaml` and `office.yaml`, read, validated and frozen."""
