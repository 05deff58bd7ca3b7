snap --lang en --size 80x24 --keys '<Enter>' data/articles
