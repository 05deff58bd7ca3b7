snap --size 40x12 --keys 'p<Snap>&bai<Snap><Enter><Enter><Snap>qq<Snap>' data/articles
