snap --lang en --size 160x40 --styles --keys 'jjjj<Enter>t<Tab><Tab><Space><Space><Snap><Tab>kk<Snap><Enter>' data/articles
