snap --size 40x12 --styles --keys '\<Snap>职工 主力军<Snap><Enter>jj<Snap><Enter><Snap>nn' data/articles
