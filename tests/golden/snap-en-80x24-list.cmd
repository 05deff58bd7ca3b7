snap --lang en --size 80x24 --keys 'j' data/articles
