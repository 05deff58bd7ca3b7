snap --size 120x40 --styles --keys '?<Snap>G' data/articles
