snap --size 80x24 --styles --keys '?<Snap>G' data/articles
