"""validate_jsonl.py SCHEMA FILE: prints what is wrong with each line; exit status 1 where something is."""

import json
import pathlib
import sys

import jsonschema

schema = json.loads(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
faults = 0
for number, line in enumerate(pathlib.Path(sys.argv[2]).read_text(encoding="utf-8").split("\n")[:-1], 1):
    for error in validator.iter_errors(json.loads(line)):
        print(f"line {number}, {error.json_path}: {error.message}")
        faults += 1
sys.exit(1 if faults else 0)
