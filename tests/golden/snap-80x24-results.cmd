snap --size 80x24 --styles --keys '\<Snap>职工 主力军<Snap><Enter>jj<Snap><Enter><Snap>nn' data/articles
