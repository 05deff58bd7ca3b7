terms --json data/articles/001_14ea4aebc46b8507.txt
