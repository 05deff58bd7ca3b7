snap --size 40x12 --keys '&主力<Snap><C-u>"主力<Snap><C-u>主力<Enter><Snap>&此语必无<Enter><Snap><Esc>' data/articles
