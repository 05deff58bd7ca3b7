snap --lang en --size 40x12 --keys '\职工<Enter>' data/articles
