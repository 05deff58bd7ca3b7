snap --lang en --size 40x12 --keys '<Enter>' data/articles
