"""Releases: final pairs of letters, sealed with everything they were made from.

A release is made from its sealed inputs (`make`), described in a manifest (`manifest`) and proven from that
(`proof`). People record where it was published and to whom it was sent (`publication_record`).
"""
