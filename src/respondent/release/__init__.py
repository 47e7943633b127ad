"""The pair as it went out: sealed with all that it was made from, proven later without today's files.

A release is made from its own sealed inputs (`make`), named in a manifest (`manifest`), proven from it
(`proof`). What only people know of it, where it was published and to whom it went, they record (`said`).
"""
