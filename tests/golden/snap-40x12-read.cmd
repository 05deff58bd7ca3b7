snap --size 40x12 --styles --keys 'j<Enter><Space>j' data/articles
