snap --size 120x40 --styles --keys '<Enter>/职工<Snap><Enter>n<Snap>N<Snap><Esc>' data/articles
