"""XLIFF 1.2, the file that translators' programs exchange: written strictly, read kindly."""
