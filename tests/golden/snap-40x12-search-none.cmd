snap --size 40x12 --styles --keys '<Enter>/此语必无<Snap><Esc>' data/articles
