"""What the law, the language standards and plain sense find wrong with a response.

A check knows the case and nothing of the engine; the engine (`look`) knows nothing of any check.
"""
