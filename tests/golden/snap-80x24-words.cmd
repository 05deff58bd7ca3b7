snap --size 80x24 --keys '\yp<Snap>1<Snap><C-u>此语必无<Snap><C-u>"开<Enter><Snap>q' data/articles
