snap --size 120x40 --styles --keys 'z<Snap>z<Snap>zj<Enter><Enter>jq*<Snap>h' data/articles
