snap --size 80x24 --keys '<Enter>J<Snap>K<Snap>KK' data/articles
