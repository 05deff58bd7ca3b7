snap --size 120x40 --keys 'o<Snap>o' data/articles
