snap --size 80x24 --styles --keys 'j<Enter><Space>j' data/articles
