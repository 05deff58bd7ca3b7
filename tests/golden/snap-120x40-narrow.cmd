snap --size 120x40 --keys '&主力<Snap><C-u>"主力<Snap><C-u>主力<Enter><Snap>&zzz<Enter><Snap><Esc>' data/articles
