snap --size 80x24 --keys 'p<Snap>&bai<Snap><Enter><Enter><Snap>qq<Snap>' data/articles
