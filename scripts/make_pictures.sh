#!/usr/bin/env bash
# Makes the pictures of the README from the example's drafts, as LibreOffice shows them:  make pictures
set -euo pipefail
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
.venv/bin/respondent draft examples/gwent --format docx --out "$work" > /dev/null
for language in cy en; do
    soffice --headless "-env:UserInstallation=file://$work/profile" --convert-to pdf --outdir "$work" \
        "$work/2019-stalking-and-harassment.$language.docx" > /dev/null
    pdftoppm -r 72 -png "$work/2019-stalking-and-harassment.$language.pdf" "docs/images/letter.$language"
done
ls docs/images
