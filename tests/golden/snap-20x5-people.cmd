snap --size 20x5 --keys 'p<Snap>&bai<Snap><Enter><Enter><Snap>qq<Snap>' data/articles
