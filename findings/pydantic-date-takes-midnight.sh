#!/usr/bin/env bash
# Software: pydantic 2.14.4, beside msgspec 0.22.0.
# Guess:    a `date` field takes every date-time and cuts it, or takes none.
# Happens:  pydantic takes those whose clock shows midnight, in whatever zone, and rejects the others:
#           "2024-01-01T00:00:00.000Z" is a date, "2024-01-01T13:46:02.000Z" an error. msgspec takes none.
# Matters:  GitLab's sources disagree whether marked_for_deletion_on is a date or a date-time. A model of the wrong kind
#           passes all tests with round samples and fails with real times.
# Source:   https://docs.pydantic.dev/latest/errors/validation_errors/ (date_from_datetime_inexact)
source "$(dirname "$0")/support/common.sh"
python_packages pydantic==2.14.4 msgspec==0.22.0

cat >"$work/probe.py" <<'PYTHON'
import datetime
import json
import msgspec
import pydantic

pydantic_date = pydantic.TypeAdapter(datetime.date).validate_json
msgspec_date = msgspec.json.Decoder(datetime.date).decode
for text in ("2024-01-01", "2024-01-01T00:00:00.000Z", "2024-01-01T00:00:00+05:30", "2024-01-01T13:46:02.000Z"):
    for name, read in (("pydantic", pydantic_date), ("msgspec", msgspec_date)):
        try:
            print(text, name, read(json.dumps(text)))
        except (pydantic.ValidationError, msgspec.ValidationError) as error:
            print(text, name, error.errors()[0]["type"] if name == "pydantic" else "ValidationError")
PYTHON

expect python "$work/probe.py" <<'OUTPUT'
2024-01-01 pydantic 2024-01-01
2024-01-01 msgspec 2024-01-01
2024-01-01T00:00:00.000Z pydantic 2024-01-01
2024-01-01T00:00:00.000Z msgspec ValidationError
2024-01-01T00:00:00+05:30 pydantic 2024-01-01
2024-01-01T00:00:00+05:30 msgspec ValidationError
2024-01-01T13:46:02.000Z pydantic date_from_datetime_inexact
2024-01-01T13:46:02.000Z msgspec ValidationError
OUTPUT
