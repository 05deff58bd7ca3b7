snap --lang en --size 40x12 --keys 'j' data/articles
