snap --lang en --size 40x12 --keys '?<Snap>G' data/articles
