snap --size 80x24 --styles --keys '<Enter>/此语必无<Snap><Esc>' data/articles
