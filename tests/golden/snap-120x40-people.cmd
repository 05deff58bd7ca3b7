snap --size 120x40 --keys 'p<Snap>&bai<Snap><Enter><Enter><Snap>qq<Snap>' data/articles
