snap --lang zh_TW --size 80x24 --keys 'n<Snap><Enter>/此语必无<Enter><Snap>GJJJJJJ<Snap>q&zzz<Enter>' data/articles
