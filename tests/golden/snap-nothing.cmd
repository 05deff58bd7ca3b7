snap --lang en --size 40x12 data/articles/none
