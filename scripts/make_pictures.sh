#!/usr/bin/env bash
# Makes the pictures of the README: the example's drafts by LibreOffice, the status page by Chromium.
#   make pictures
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
.venv/bin/respondent status examples/gwent/responses/2025-supporting-victims --today 2025-03-10 \
    --format html --out "$work/status.html" > /dev/null
# Without Chromium's sandbox, which needs a user that a container lacks. The page is our own.
chromium --headless --no-sandbox --hide-scrollbars --window-size=1240,1120 \
    --screenshot="$PWD/docs/images/status.png" "$work/status.html" 2> /dev/null
ls docs/images
