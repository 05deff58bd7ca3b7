snap --size 40x12 --keys '<Enter>J<Snap>K<Snap>KK' data/articles
