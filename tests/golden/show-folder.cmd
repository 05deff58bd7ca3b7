show tests/golden/none
