snap --size 120x40 --keys '<Enter>J<Snap>K<Snap>KK' data/articles
