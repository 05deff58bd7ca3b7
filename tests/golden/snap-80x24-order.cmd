snap --size 80x24 --keys 'o<Snap>o' data/articles
