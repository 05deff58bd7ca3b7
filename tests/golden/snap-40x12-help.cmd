snap --size 40x12 --styles --keys '?<Snap>G' data/articles
