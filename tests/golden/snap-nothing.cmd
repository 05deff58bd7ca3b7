snap --size 40x12 data/articles/none
