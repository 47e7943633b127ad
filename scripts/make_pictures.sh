#!/usr/bin/env bash
# Makes the pictures of the README from the example's drafts, as LibreOffice shows them:  make pictures
set -euo pipefail
cd "$(dirname "$0")/.."
letter=2019-stalking-and-harassment
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/respondent draft "examples/gwent/responses/$letter" --format docx --out "$work" > /dev/null
for language in cy en; do
    soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" \
        "$work/$letter.$language.docx" > /dev/null
    pdftoppm -r 72 -png "$work/$letter.$language.pdf" "docs/images/letter.$language"
done
ls docs/images
