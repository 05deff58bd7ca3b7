snap --size 80x24 --keys '<Enter>50%<Snap>G<Snap>g<Snap>3j' data/articles
