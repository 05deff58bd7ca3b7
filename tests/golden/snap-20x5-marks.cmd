snap --size 20x5 --keys '<Enter> maM<Snap>qa第一行<Enter>第二行<Snap><Enter><Enter>M<Snap>d<Snap>q:' data/articles
