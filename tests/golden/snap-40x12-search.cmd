snap --size 40x12 --styles --keys '<Enter>/职工<Snap><Enter>n<Snap>N<Snap><Esc>' data/articles
