snap --lang en --size 80x24 --keys '?<Snap>G' data/articles
